"""What stood on a trajectory becomes its first job target and the beginning of its history."""

from typing import Any, ClassVar, Final

from django.db import migrations

_REDEN: Final = "Zo stond het traject toen de geschiedenis van de fasen begon."


def neem_over(apps: Any, _schema_editor: Any) -> None:
    traject, doel, wissel = (
        apps.get_model("trajects", naam) for naam in ("Traject", "Jobdoelwit", "Fasewissel")
    )
    for rij in traject.objects.order_by("pk").iterator():
        wissel.objects.create(traject=rij, naar=rij.fase, op=rij.gestart_op, reden=_REDEN)
        if rij.jobdoelwit:
            doel.objects.create(traject=rij, titel=rij.jobdoelwit, van=rij.gestart_op)


def geef_terug(apps: Any, _schema_editor: Any) -> None:
    for doel in apps.get_model("trajects", "Jobdoelwit").objects.filter(tot=None):
        doel.traject.jobdoelwit = doel.titel
        doel.traject.save()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("trajects", "0004_het_hele_traject")]
    operations: ClassVar = [migrations.RunPython(neem_over, geef_terug)]
