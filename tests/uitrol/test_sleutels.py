"""`controleer_sleutels`: whether what is kept can be read and found with the keys that are set."""

import json

import pytest
from django.core.management import call_command
from pytest_django import Settings

from gedeeld.opdrachten import Geweigerd
from gedeeld.versleuteling import versleutel_bytes
from tests.fabrieken import ImportopdrachtFactory, WerknemerFactory
from werknemers.domein.insz import zoek_insz

INSZ = "85073003328"
ANDERE_SLEUTEL = "ZWVuLWFuZGVyZS1zbGV1dGVsLXZhbi0zMi1ieXRlcy0="
ALLES_GELEZEN = {
    "insz": 1,
    "insz_onleesbaar": 0,
    "insz_onvindbaar": 0,
    "bestanden": 1,
    "bestanden_onleesbaar": 0,
    "in_orde": True,
}


@pytest.fixture(autouse=True)
def _wat_bewaard_is(db: None) -> None:
    WerknemerFactory(insz=INSZ, insz_hash=zoek_insz(INSZ))
    WerknemerFactory()
    ImportopdrachtFactory(inhoud=versleutel_bytes(b"rijen"))
    ImportopdrachtFactory(inhoud=b"")


def controleer(capsys: pytest.CaptureFixture[str]) -> object:
    call_command("controleer_sleutels", "--json")
    return json.loads(capsys.readouterr().out)


def test_the_keys_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert controleer(capsys) == ALLES_GELEZEN
    call_command("controleer_sleutels")
    assert capsys.readouterr().out == "De sleutels passen: 1 INSZ en 1 bestanden gelezen.\n"


def test_a_new_key_in_front_fits_with_the_old_one_behind(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.VERSLEUTELINGSSLEUTELS = [ANDERE_SLEUTEL, *settings.VERSLEUTELINGSSLEUTELS]
    assert controleer(capsys) == ALLES_GELEZEN


def test_another_key_reads_nothing(settings: Settings) -> None:
    settings.VERSLEUTELINGSSLEUTELS = [ANDERE_SLEUTEL]
    zin = (
        "van 1 INSZ zijn er 1 niet te lezen en 0 niet op te zoeken, van 1 bestanden zijn er 1 niet"
    )
    with pytest.raises(Geweigerd, match=zin):
        call_command("controleer_sleutels")


def test_another_search_key_finds_nobody(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.ZOEKSLEUTEL = "een-andere"
    with pytest.raises(
        Geweigerd, match="van 1 INSZ zijn er 0 niet te lezen en 1 niet op te zoeken"
    ):
        call_command("controleer_sleutels", "--json")
    assert json.loads(capsys.readouterr().out)["in_orde"] is False
