"""Settings, from the environment only. Secure unless DOORSTROOM_MODUS says otherwise."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.urls import reverse_lazy
from kombu import Exchange, Queue

from doorstroom import logboek, versie
from doorstroom.omgeving import BASIS, env, lees_modus, verplicht, wijs_af_buiten_deze_machine
from gedeeld.taken import wachtrijen

MODUS = lees_modus()
PRODUCTIE = MODUS == "productie"
# Tests and development read static files where they are written.
VAN_BRON = MODUS in {"test", "ontwikkeling"}
ONTWIKKELING = MODUS == "ontwikkeling"
# Invented people, logins that are printed, and no Redis needed: `make demo` and `make dev`.
DEMO = MODUS in {"demo", "ontwikkeling"}
BASE_DIR = BASIS
VERSIE = versie.VERSIE
VAR = Path(env.str("DOORSTROOM_VAR", default=str(BASIS / "var")))

DEBUG = ONTWIKKELING
SECRET_KEY = verplicht("SECRET_KEY", MODUS)
ALLOWED_HOSTS = [host.strip() for host in verplicht("ALLOWED_HOSTS", MODUS).split(",")]
if DEBUG:
    wijs_af_buiten_deze_machine(ALLOWED_HOSTS)
BASIS_URL = verplicht("BASIS_URL", MODUS).rstrip("/")
CSRF_TRUSTED_ORIGINS = [BASIS_URL]
VERSLEUTELINGSSLEUTELS = [s.strip() for s in verplicht("VERSLEUTELINGSSLEUTELS", MODUS).split(",")]
ZOEKSLEUTEL = verplicht("ZOEKSLEUTEL", MODUS)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.admin",
    "django.forms",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "template_partials",
    "csp",
    "django_structlog",
    "gedeeld",
    "gebruikers",
    "regels",
    "werknemers",
    "trajects",
    "financiering",
    "demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gedeeld.verzoek.compressie.Compressie",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "gedeeld.verzoek.verzoekgrens.Verzoekgrens",
    "gedeeld.verzoek.middleware.AanmeldenVerplicht",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gedeeld.verzoek.middleware.VerzoekLog",
    "gedeeld.verzoek.middleware.EenTransactie",
    "gedeeld.verzoek.eenmaal.EenmaalInzenden",
    "gedeeld.verzoek.middleware.NietBewaren",
]

ROOT_URLCONF = "doorstroom.urls"
WSGI_APPLICATION = "doorstroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASIS / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["gedeeld.templatetags.adressen"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "doorstroom.navigatie.raam",
                "demo.logins.op_de_aanmeldpagina",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# --- database, cache, sessions -------------------------------------------------------------
DATABASES = {"default": env.db_url_config(verplicht("DATABASE_URL", MODUS))}
# A socket stands in the URL as its folder: postgres://user@%2Fvar%2Frun%2Fpostgresql/name
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])
DATABASES["default"]["ENGINE"] = "django.db.backends.postgresql"
# Tests and the development server have a thread for each request; nobody uses its connection again.
DATABASES["default"]["CONN_MAX_AGE"] = 0 if VAN_BRON else 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Short indexed queries run several times faster without parallel workers, and without being
# compiled first: that takes longer than they do. A question that is prepared (`gedeeld.vastevraag`)
# has one plan, for whoever asks: planning it for the keys at hand takes longer than it can save.
_POSTGRES = {
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "plan_cache_mode": "force_generic_plan",
    "timezone": "Europe/Brussels",
}
# Who is killed halfway a statement, or goes with its machine, lets go of what it locked; without
# this the server hears of it when that statement ends, or after two hours.
_POSTGRES |= {
    "client_connection_check_interval": "2s",
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
# One statement that is stuck must not keep a person waiting, and the others behind it. Jobs,
# migrations and commands may take their time.
if env.bool("DOORSTROOM_WEB", default=False):
    _POSTGRES |= {
        "lock_timeout": "4s",
        "statement_timeout": "20s",
        "idle_in_transaction_session_timeout": "60s",
    }
DATABASES["default"].setdefault("OPTIONS", {})["options"] = " ".join(
    f"-c {naam}={waarde}" for naam, waarde in _POSTGRES.items()
)
# A server that does not answer must not hold a request, or the health check, for minutes.
DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 5)
# Nor may one whose machine went away without a word (seconds; the last one in milliseconds).
for _naam, _waarde in {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}.items():
    DATABASES["default"]["OPTIONS"].setdefault(_naam, _waarde)
# With PgBouncer between, the next transaction meets another server process, which knows nothing of
# what was prepared. Nor is it worth it where each request has a connection; tests read the SQL.
POOLER = env.bool("DATABASE_POOLER", default=VAN_BRON)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="") if DEMO else verplicht("REDIS_URL", MODUS)
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "gedeeld.geduldigecache.GeduldigeCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": "doorstroom",
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    }
else:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": VAR / "cache",
        }
    }

# --- language and time -----------------------------------------------------------------------
LANGUAGE_CODE = "nl-be"
LANGUAGES = [("nl-be", "Nederlands")]
TIME_ZONE = "Europe/Brussels"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["doorstroom.formaten"]

# --- static files ----------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR / "static")))
STATICFILES_DIRS = [BASIS / "static"]
_STATIC = "whitenoise.storage.CompressedManifestStaticFilesStorage"
if VAN_BRON:
    _STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": _STATIC},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = VAN_BRON
# Files are kept in the database, never on a web machine's disk.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- accounts --------------------------------------------------------------------------------
AUTH_USER_MODEL = "gebruikers.Gebruiker"
AUTHENTICATION_BACKENDS = ["gebruikers.aanmelding.Aanmelding"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"gebruikers.wachtwoordregels.{naam}", "OPTIONS": opties}
    for naam, opties in (
        ("LangGenoeg", {"min_length": 10}),
        ("NietOverJezelf", {"user_attributes": ("email", "voornaam", "naam")}),
        ("NietAlledaags", {}),
        ("NietAlleenCijfers", {}),
    )
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "gebruikers.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = reverse_lazy("account_login")
# Devices are shared on the work floor: a login ends with the browser.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "gebruikers.domein.eenmalige_link.EenmaligeSleutel"  # noqa: S105 - a path, not a password
# Behind a proxy every visitor has the proxy's address; the limits count the one it passes on.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("AANTAL_PROXYS", default=1) if PRODUCTIE else 0
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/300s/key"}
if MODUS == "test":
    ACCOUNT_RATE_LIMITS["login"] = "1000/m/ip"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
if MODUS == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# --- security --------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = PRODUCTIE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTIE else None
SECURE_REDIRECT_EXEMPT = [r"^gezondheid/$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTIE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTIE
SECURE_HSTS_PRELOAD = PRODUCTIE
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTIE
SESSION_ENGINE = "gedeeld.verzoek.sessies"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        # Bootstrap draws the arrow of a list in its style sheet; an image cannot run anything.
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    recht: [] for recht in ("camera", "geolocation", "microphone", "payment", "usb")
}

# --- mail ------------------------------------------------------------------------------------
EMAIL_CONFIG = env.email_url_config(verplicht("EMAIL_URL", MODUS))
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("STANDAARD_AFZENDER", default="Doorstroom <doorstroom@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Seconds of silence. Without it two connections that say nothing hold every worker.
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=15)
# Days after which a mail that was sent or given up loses its address and its text.
POST_BEWAARDAGEN = env.int("POST_BEWAARDAGEN", default=30)

# --- jobs ------------------------------------------------------------------------------------
CELERY_BROKER_URL = REDIS_URL or "filesystem://"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any]
if REDIS_URL:
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        # A broker that says nothing holds nobody up: neither a request nor a worker.
        "socket_connect_timeout": 1,
        "socket_timeout": 1,
        # Longer than any job takes, or it would be given to a second worker meanwhile.
        "visibility_timeout": 4 * wachtrijen.LANGSTE,
    }
else:
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": VAR / "broker" / "wachtrij",
        "data_folder_out": VAR / "broker" / "wachtrij",
        "control_folder": VAR / "broker" / "sturing",
        # Somebody waits for a document: twice a second costs a look in a folder.
        "polling_interval": 0.5,
    }
# Once more, for a connection that had gone stale; somebody is waiting.
CELERY_TASK_PUBLISH_RETRY_POLICY = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
# A worker that is not told which queues (-Q) serves all of them.
CELERY_TASK_QUEUES = [Queue(naam, Exchange(naam), routing_key=naam) for naam in wachtrijen.SOORTEN]
CELERY_TASK_DEFAULT_QUEUE = "kort"
CELERY_TASK_ROUTES = {
    taak: {"queue": wachtrij} for taak, wachtrij in wachtrijen.WACHTRIJ_VAN.items()
}
CELERY_TASK_CREATE_MISSING_QUEUES = False
# One at a time: what waits stays in the queue, where another worker can take it. With Redis the
# jobs at work are counted: one whose end the broker did not hear would keep its place for ever.
CELERY_WORKER_PREFETCH_MULTIPLIER = 0 if REDIS_URL else 1
CELERY_WORKER_DISABLE_PREFETCH = bool(REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
# What kills its worker (memory) must not do so again at once, for ever: the database knows what
# was not done, and counts.
CELERY_TASK_REJECT_ON_WORKER_LOST = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# However long the broker is away, a worker waits for it.
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# Mail on the console stays readable instead of becoming log lines.
CELERY_WORKER_REDIRECT_STDOUTS = False
CELERY_TIMEZONE = TIME_ZONE
# Every minute, each with the name that people read. The nights are kept by the database: see
# gedeeld/taken/nachtwacht.py.
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "Mails versturen": {
        "task": "gedeeld.tasks.verstuur_post",
        "schedule": crontab(),
    },
    "Onderbroken imports hernemen": {
        "task": "werknemers.tasks.hervat_imports",
        "schedule": crontab(),
    },
    "Klaarstaan voor de nacht": {
        "task": "gedeeld.tasks.klop_nacht",
        "schedule": crontab(),
    },
    "Klaarstaan voor documenten": {
        "task": "gedeeld.tasks.klop_uitvoer",
        "schedule": crontab(),
    },
    "Onderbroken documenten hernemen": {
        "task": "gedeeld.tasks.hervat_uitvoer",
        "schedule": crontab(),
    },
    "Klaarstaan voor imports": {
        "task": "werknemers.tasks.klop_imports",
        "schedule": crontab(),
    },
    "Waken over de nacht": {
        "task": "gedeeld.tasks.bewaak_nacht",
        "schedule": crontab(),
    },
}

DJANGO_STRUCTLOG_CELERY_ENABLED = True
# The address and user agent of a person are personal data.
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = "pk"
LOGGING = logboek.LOGGING
logboek.configureer_structlog()
