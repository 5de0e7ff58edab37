#!/usr/bin/env bash
# Makes sure that Python and the system packages are there, then hands over to start.py.
# This is the only part in bash, because a bare machine may not have Python yet.
# All it says goes to stderr: stdout belongs to the command.
set -euo pipefail

bin=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
var=${DOORSTROOM_VAR:-$(dirname "$bin")/var}
python=

zoek_python() {
    local kandidaat
    for kandidaat in /usr/bin/python3 python3 python3.13 python3.12 python3.11; do
        if "$kandidaat" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1; then
            python=$kandidaat
            return
        fi
    done
    return 1
}

is_aanwezig() {
    case $1 in
        python) zoek_python ;;
        bibliotheek:*) grep -qF "${1#*:} " <<<"$bibliotheken" ;;
        bestand:*) compgen -G "${1#*:}" >/dev/null ;;
        opdracht:*) command -v "${1#*:}" >/dev/null ;;
    esac
}

# Prints the packages that are missing for the wanted groups.
ontbrekende_pakketten() {
    local groep pakket kenmerk bibliotheken
    bibliotheken=$(/sbin/ldconfig -p)
    while read -r groep pakket kenmerk; do
        if [[ " $* " == *" $groep "* ]] && ! is_aanwezig "$kenmerk"; then
            echo "$pakket"
        fi
    done <"$bin/hulp/systeempakketten.txt"
}

weiger() {
    echo "$1" >&2
    exit 1
}

als_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@" </dev/null
    fi
}

mag_installeren() {
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null && return
    [ -t 0 ] || return 1
    echo "Ik installeer systeempakketten met sudo; geef je wachtwoord." >&2
    sudo -v
}

installeer() {
    local opdracht="apt-get update && apt-get install -y --no-install-recommends $*"
    local log=$var/log/opzet.log
    command -v apt-get >/dev/null ||
        weiger "Installeer eerst deze pakketten (namen van Debian 12) en begin daarna opnieuw: $*"
    mag_installeren ||
        weiger "Je mag hier geen pakketten installeren: vraag iemand met beheerrechten om als root dit uit te voeren, en begin daarna opnieuw: $opdracht"
    mkdir -p "$var/log" || weiger "Je mag niet schrijven in $var: werk in een eigen kopie van het project."
    echo "Systeempakketten installeren: $*" >&2
    # A failing update (one broken source) need not stop the installation.
    als_root env DEBIAN_FRONTEND=noninteractive apt-get update >>"$log" 2>&1 || true
    als_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "$@" >>"$log" 2>&1 ||
        weiger "De systeempakketten installeren lukte niet: kijk in $log en probeer als root: $opdracht"
}

groepen=(basis)
[ -n "${DATABASE_URL:-}" ] || groepen+=(databank)
if [ "${1:-}" = test ]; then
    groepen+=(test)
    [ -n "${REDIS_URL:-}" ] || groepen+=(redis)
fi
if [ "${1:-}" = bench ]; then
    groepen+=(databank redis) # its own, whatever is set
fi

mapfile -t ontbrekend < <(ontbrekende_pakketten "${groepen[@]}")
if [ "${#ontbrekend[@]}" -gt 0 ]; then
    installeer "${ontbrekend[@]}"
    mapfile -t ontbrekend < <(ontbrekende_pakketten "${groepen[@]}")
    [ "${#ontbrekend[@]}" -eq 0 ] ||
        weiger "Na de installatie ontbreekt nog: ${ontbrekend[*]}. Dit project draait op Debian 12 met Python 3.11 of nieuwer."
fi

zoek_python
export PYTHONUTF8=1
exec "$python" "$bin/start.py" "$@"
