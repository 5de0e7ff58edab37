"""Who logs in."""

from typing import ClassVar, Final, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat, Lower, Trim

from gebruikers.keuzes import Rol
from gebruikers.rechten import HeeftRol, is_lid
from gedeeld.organisatiesleutel import Oudersleutel

EMAIL_BEZET: Final = "Er is al een gebruiker met dit e-mailadres."


def naam_van(pad: str = "") -> Trim:
    """`volledige_naam` of the user at the end of this path, "" without one, to annotate."""
    return Trim(Concat(f"{pad}voornaam", Value(" "), f"{pad}naam"))


def begeleidt(pad: str = "") -> Q:
    """The condition of `GebruikerQuerySet.begeleiders` on the user at the end of this path."""
    rollen = (Rol.BEGELEIDER, Rol.COORDINATOR)
    return Q(**{f"{pad}is_active": True, f"{pad}rol__in": rollen})


class GebruikerQuerySet(models.QuerySet["Gebruiker"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """The users of the own organisation."""
        return (
            self.filter(organisatie=gebruiker.organisatie_id) if is_lid(gebruiker) else self.none()
        )

    def actief(self) -> Self:
        return self.filter(is_active=True)

    def begeleiders(self) -> Self:
        """Whom an employee can have as counsellor: a coordinator may keep a caseload too.

        The same rule for one user is `rechten.kan_begeleiden`.
        """
        return self.filter(begeleidt())


class GebruikerManager(BaseUserManager["Gebruiker"].from_queryset(GebruikerQuerySet)):  # type: ignore[misc]
    def create_user(self, email: str, password: str | None = None, **velden: object) -> "Gebruiker":
        gebruiker = self.model(email=self.normalize_email(email).lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker

    def create_superuser(self, email: str, password: str | None = None) -> "Gebruiker":
        """The operator: no organisation, no role, only Django's own admin."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, naam="operator")


class Gebruiker(AbstractBaseUser, PermissionsMixin):
    """A member of one organisation with one role; the operator has neither."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        null=True,
        on_delete=models.PROTECT,
        related_name="gebruikers",
        db_index=False,
    )
    email = models.EmailField("e-mailadres", unique=True)
    voornaam = models.CharField(max_length=60, blank=True)
    naam = models.CharField("familienaam", max_length=80)
    rol = models.CharField(max_length=12, choices=Rol, blank=True)
    is_active = models.BooleanField("actief", default=True)
    is_staff = models.BooleanField("operator", default=False)
    aangemaakt_op = models.DateTimeField(auto_now_add=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = GebruikerManager()

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ("voornaam", "naam", "pk")
        constraints = (
            Oudersleutel(name="gebruiker_ouder"),
            models.UniqueConstraint(
                Lower("email"),
                name="gebruiker_email_uniek",
                violation_error_message=EMAIL_BEZET,
            ),
            models.CheckConstraint(
                condition=Q(organisatie=None, rol="")
                | Q(organisatie__isnull=False, rol__in=Rol.values),
                name="gebruiker_rol_bij_organisatie",
                violation_error_message="Kies een rol voor wie bij een organisatie hoort.",
            ),
        )

    def __str__(self) -> str:
        return self.volledige_naam

    @property
    def volledige_naam(self) -> str:
        """The same in the database is `naam_van`."""
        return f"{self.voornaam} {self.naam}".strip()

    def get_full_name(self) -> str:
        return self.volledige_naam

    def get_short_name(self) -> str:
        return self.voornaam or self.naam
