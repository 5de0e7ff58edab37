"""Addresses of the trajectories, by subject."""

from django.urls import path

from trajects.adviesdagen import views as adviesdagen
from trajects.begeleiding import views as begeleiding
from trajects.concepten import views as concepten
from trajects.contracteinde import views as contracteinde
from trajects.evaluatiemoment import views as evaluatiemoment
from trajects.evaluatiepakket import views as evaluatie
from trajects.kader.views import zoekkeuze
from trajects.logboek import views as logboek
from trajects.openheid import views as openheid
from trajects.openheidsdossier import views as openheidsdossier
from trajects.overdracht import views as overdracht
from trajects.paginas.views import (
    bord,
    plannen,
    secties,
    uitstroom,
    vandaag,
    werknemer,
    werknemers,
    zoeken,
)
from trajects.plan.views import acties, doelen, randvoorwaarden, sjablonen, sjabloonkeuze
from trajects.plan_pdf import views as plan_pdf
from trajects.profiel import views as profiel
from trajects.signalen import views as signalen
from trajects.traject import views as traject
from trajects.uitstroom import views as vertrek
from trajects.vorming.views import deelnames, vormingen, vormingscijfers
from trajects.werk import views as werk

app_name = "trajects"
_WERKNEMER = "werknemers/<int:pk>"
_EVALUATIE = f"{_WERKNEMER}/tussentijds"
_OVERDRACHT = "overdrachten/<int:pk>"
_VORMING = "vormingen/<int:pk>"

urlpatterns = [
    # The daily work: today, employees, log, signals, outflow, documents.
    path("vandaag/", vandaag.vandaag_pagina, name="vandaag"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("werknemers/", werknemers.lijst, name="werknemers"),
    path("werknemers/zoeken/", zoekkeuze.werknemers_zoeken, name="werknemers_zoeken"),
    path("werknemers/export.xlsx", werknemers.lijst_xlsx, name="werknemers_xlsx"),
    path(f"{_WERKNEMER}/", werknemer.werknemer_pagina, name="werknemer"),
    path(f"{_WERKNEMER}/logboek/", logboek.logboek, name="logboek"),
    path(f"{_WERKNEMER}/traject/", traject.traject_bewerk, name="traject"),
    path(f"{_WERKNEMER}/plan.pdf", plan_pdf.plan_pdf, name="plan_pdf"),
    path("signalen/", signalen.lijst, name="signalen"),
    path("signalen/export.xlsx", signalen.lijst_xlsx, name="signalen_xlsx"),
    path("signalen/opvolgen/", signalen.volg_vele_op, name="signalen_opvolgen"),
    path("signalen/ongedaan/", signalen.maak_ongedaan, name="signalen_ongedaan"),
    path("signalen/<int:pk>/opnemen/", signalen.neem_op, name="signaal_opnemen"),
    path("signalen/<int:pk>/gezien/", signalen.gezien, name="signaal_gezien"),
    path("signalen/<int:pk>/opvolgen/", signalen.volg_op, name="signaal_opvolgen"),
    path("signalen/<int:pk>/uitstellen/", signalen.stel_uit, name="signaal_uitstellen"),
    path("signalen/<int:pk>/afhandelen/", signalen.handel_af, name="signaal_afhandelen"),
    path("signalen/<int:pk>/heropenen/", signalen.heropen, name="signaal_heropenen"),
    path("uitstroom/", uitstroom.dashboard, name="uitstroom"),
    path("uitstroom/export.xlsx", uitstroom.dashboard_xlsx, name="uitstroom_xlsx"),
    path("adviesdagen/", adviesdagen.lijst, name="adviesdagen"),
    path("adviesdagen/export.xlsx", adviesdagen.lijst_xlsx, name="adviesdagen_xlsx"),
    path("documenten/", werknemers.documenten, name="documenten"),
    path("documenten/plannen.zip", plannen.plannen_pdf, name="plannen_pdf"),
    # The plan of one employee.
    path(f"{_WERKNEMER}/plan/", secties.plan_pagina, name="plan"),
    path(f"{_WERKNEMER}/sectie/<slug:naam>/", secties.sectie, name="sectie"),
    path(f"{_WERKNEMER}/jobdoelwit/", traject.jobdoelwit_bewerk, name="jobdoelwit_bewerk"),
    path(f"{_WERKNEMER}/jobdoelwit/kies/", traject.jobdoelwit_kies, name="jobdoelwit_kies"),
    # Goals, actions and plan templates.
    path(f"{_WERKNEMER}/doelen/nieuw/", doelen.nieuw, name="doel_nieuw"),
    path(f"{_WERKNEMER}/doelen/sjabloon/", sjabloonkeuze.kies, name="sjabloon_toepassen"),
    path("doelen/<int:pk>/", doelen.bewerk, name="doel_bewerk"),
    path("doelen/<int:pk>/afsluiten/", doelen.sluit, name="doel_sluit"),
    path("doelen/<int:pk>/heropen/", doelen.heropen, name="doel_heropen"),
    path(f"{_WERKNEMER}/acties/nieuw/", acties.nieuw, name="actie_nieuw"),
    path("acties/", acties.lijst, name="acties"),
    path("acties/export.xlsx", acties.lijst_xlsx, name="acties_xlsx"),
    path("acties/<int:pk>/", acties.bewerk, name="actie_bewerk"),
    path("acties/<int:pk>/gedaan/", acties.gedaan, name="actie_gedaan"),
    path("acties/<int:pk>/vervallen/", acties.vervallen, name="actie_vervallen"),
    path("acties/<int:pk>/heropen/", acties.heropen, name="actie_heropen"),
    path("beheer/plansjablonen/", sjablonen.lijst, name="sjablonen"),
    path("beheer/plansjablonen/nieuw/", sjablonen.nieuw, name="sjabloon_nieuw"),
    path("beheer/plansjablonen/<int:pk>/", sjablonen.toon, name="sjabloon"),
    path("beheer/plansjablonen/<int:pk>/eigen/", sjablonen.kopieer, name="sjabloon_kopieer"),
    path("beheer/plansjablonen/<int:pk>/gegevens/", sjablonen.bewerk, name="sjabloon_bewerk"),
    path("beheer/plansjablonen/<int:pk>/regel/", sjablonen.regel_nieuw, name="sjabloonregel_nieuw"),
    path("beheer/sjabloonregels/<int:pk>/", sjablonen.regel, name="sjabloonregel"),
    path("beheer/sjabloonregels/<int:pk>/weg/", sjablonen.regel_weg, name="sjabloonregel_weg"),
    # Each time the plan on paper was gone through.
    path(
        f"{_WERKNEMER}/planbesprekingen/",
        plan_pdf.planbespreking_nieuw,
        name="planbespreking_nieuw",
    ),
    path(
        "planbesprekingen/<int:pk>/", plan_pdf.planbespreking_bewerk, name="planbespreking_bewerk"
    ),
    path(
        "planbesprekingen/<int:pk>/weg/",
        plan_pdf.planbespreking_verwijder,
        name="planbespreking_verwijder",
    ),
    # Competences, talents and preconditions.
    path(f"{_WERKNEMER}/competenties/", profiel.competentieronde, name="competentieronde"),
    path("scores/<int:pk>/", profiel.score_bewerk, name="score_bewerk"),
    path("scores/<int:pk>/verwijder/", profiel.score_verwijder, name="score_verwijder"),
    path(f"{_WERKNEMER}/talenten/", profiel.talent_nieuw, name="talent_nieuw"),
    path("talenten/<int:pk>/weg/", profiel.talent_weg, name="talent_weg"),
    path("talenten/<int:pk>/terug/", profiel.talent_terug, name="talent_terug"),
    path(
        f"{_WERKNEMER}/randvoorwaarden/<slug:thema>/",
        randvoorwaarden.bewerk,
        name="randvoorwaarde_bewerk",
    ),
    path("beheer/competenties/", profiel.competenties, name="competenties"),
    path("beheer/competenties/<int:pk>/", profiel.competentie_bewerk, name="competentie_bewerk"),
    path(
        "beheer/competenties/<int:pk>/verplaats/",
        profiel.competentie_verplaats,
        name="competentie_verplaats",
    ),
    # The people around an employee.
    path(f"{_WERKNEMER}/begeleiding/", begeleiding.team_bewerk, name="team_bewerk"),
    path(f"{_WERKNEMER}/overdragen/", begeleiding.draag_werknemer_over, name="draag_over"),
    path("overdrachtsblad/<int:pk>/", begeleiding.overdrachtsblad, name="overdrachtsblad"),
    path(
        "overdrachtsblad/<int:pk>/bevestig/",
        begeleiding.overdrachtsblad_bevestig,
        name="overdrachtsblad_bevestig",
    ),
    path("overdragen/", begeleiding.overdragen, name="overdragen"),
    # Notes.
    path("notities/", logboek.notities, name="notities"),
    path("notities/export.xlsx", logboek.notities_xlsx, name="notities_xlsx"),
    path("notities/nieuw/", logboek.notitie_nieuw, name="notitie_nieuw"),
    path("notities/<int:pk>/verbeter/", logboek.notitie_verbeter, name="notitie_verbeter"),
    # Files.
    path("bijlagen/<int:pk>/", logboek.bijlage, name="bijlage"),
    # Drafts.
    path("concepten/lees.json", concepten.lees, name="concept_lees"),
    path("concepten/bewaar/", concepten.bewaar, name="concept_bewaar"),
    path("concepten/wis/", concepten.wis, name="concept_wis"),
    # The board.
    path("bord/", bord.bord, name="bord"),
    path("bord/export.xlsx", bord.bord_xlsx, name="bord_xlsx"),
    path("bord/<int:pk>/verplaats/", bord.verplaats, name="bord_verplaats"),
    # Advice and contract of one employee, and openness about them.
    path(f"{_WERKNEMER}/contract/", secties.contract_pagina, name="contract"),
    path("contracten/<int:pk>/einde/", contracteinde.contracteinde, name="contracteinde"),
    path("contracten/<int:pk>/einde/noteren/", contracteinde.einde_nieuw, name="einde_nieuw"),
    path("eindes/<int:pk>/bewerk/", contracteinde.einde_bewerk, name="einde_bewerk"),
    path("eindes/<int:pk>/intrekken/", contracteinde.einde_intrek, name="einde_intrek"),
    path("eindes/<int:pk>/bevestigen/", contracteinde.einde_bevestig, name="einde_bevestig"),
    path("contracten/<int:pk>/openheid/", openheid.openheid, name="openheid"),
    path("contracten/<int:pk>/passage.pdf", openheid.passage_pdf, name="passage_pdf"),
    path("beheer/passage/", openheid.passages, name="passages"),
    path("beheer/passage/nieuw/", openheid.passage_nieuw, name="passage_nieuw"),
    # The dossier that shows that openness.
    path(f"{_WERKNEMER}/dossier/", openheidsdossier.dossier, name="dossier"),
    path(f"{_WERKNEMER}/dossier.pdf", openheidsdossier.dossier_pdf, name="dossier_pdf"),
    path(f"{_WERKNEMER}/dossier.zip", openheidsdossier.dossier_zip, name="dossier_zip"),
    path("openheid/dossiers/", openheidsdossier.dossiers, name="dossiers"),
    path("openheid/dossiers/export.xlsx", openheidsdossier.dossiers_xlsx, name="dossiers_xlsx"),
    # What VDAB is told at an evaluation.
    path(f"{_WERKNEMER}/evaluatie/", evaluatie.pagina, name="evaluatie"),
    path(f"{_WERKNEMER}/evaluatie.pdf", evaluatie.pakket_pdf, name="evaluatie_pdf"),
    path(
        f"{_WERKNEMER}/evaluatie/<slug:kop>/", evaluatie.verzoek_bewerk, name="verzoektekst_bewerk"
    ),
    path(f"{_WERKNEMER}/planversies/nieuw/", evaluatie.planversie_nieuw, name="planversie_nieuw"),
    path("planversies/<int:pk>/", evaluatie.planversie_bewerk, name="planversie_bewerk"),
    path("planversies/<int:pk>/verwijder/", evaluatie.planversie_weg, name="planversie_verwijder"),
    # The periodic review, with what happened since the last one.
    path(f"{_EVALUATIE}/", evaluatiemoment.pagina, name="evaluatiemoment"),
    path(f"{_EVALUATIE}/gehouden/", evaluatiemoment.gehouden, name="evaluatie_gehouden"),
    path(f"{_EVALUATIE}/verzetten/", evaluatiemoment.verzetten, name="evaluatie_verzetten"),
    path(f"{_EVALUATIE}/niet-nodig/", evaluatiemoment.vrijstellen, name="evaluatie_vrijstellen"),
    path(
        f"{_EVALUATIE}/voorstel/<slug:dag>/",
        evaluatiemoment.neem_voorstel,
        name="evaluatie_voorstel",
    ),
    path("evaluatiemomenten/<int:pk>/", evaluatiemoment.verslag, name="evaluatie_verslag"),
    path(
        "evaluatiemomenten/<int:pk>/heropen/", evaluatiemoment.heropenen, name="evaluatie_heropenen"
    ),
    # Placements and applications.
    path(f"{_WERKNEMER}/werk/", secties.werk_pagina, name="werk"),
    path(f"{_WERKNEMER}/stages/nieuw/", werk.stage_nieuw, name="stage_nieuw"),
    path("stages/<int:pk>/bewerk/", werk.stage_bewerk, name="stage_bewerk"),
    path("stages/<int:pk>/verwijder/", werk.stage_verwijder, name="stage_verwijder"),
    path(f"{_WERKNEMER}/sollicitaties/nieuw/", werk.sollicitatie_nieuw, name="sollicitatie_nieuw"),
    path("sollicitaties/<int:pk>/bewerk/", werk.sollicitatie_bewerk, name="sollicitatie_bewerk"),
    path(
        "sollicitaties/<int:pk>/verwijder/",
        werk.sollicitatie_verwijder,
        name="sollicitatie_verwijder",
    ),
    # The register of employers.
    path("werkgevers/", werk.werkgevers, name="werkgevers"),
    path("werkgevers/export.xlsx", werk.werkgevers_xlsx, name="werkgevers_xlsx"),
    path("werkgevers/voorstellen/", werk.voorstellen, name="werkgevers_voorstellen"),
    path("werkgevers/nieuw/", werk.werkgever_nieuw, name="werkgever_nieuw"),
    path("werkgevers/<int:pk>/", werk.werkgever_pagina, name="werkgever"),
    path("werkgevers/<int:pk>/bewerk/", werk.werkgever_bewerk, name="werkgever_bewerk"),
    path("werkgevers/<int:pk>/zet/", werk.werkgever_zet, name="werkgever_zet"),
    # Training.
    path("vormingen/", vormingen.lijst, name="vormingen"),
    path("vormingen/export.xlsx", vormingscijfers.lijst_xlsx, name="vormingen_xlsx"),
    path("vormingen/overzicht/", vormingscijfers.overzicht, name="vormingen_overzicht"),
    path("vormingen/nieuw/", vormingen.nieuw, name="vorming_nieuw"),
    path("vormingen/deelnemers/zoeken/", deelnames.deelnemers_zoeken, name="deelnemers_zoeken"),
    path(f"{_VORMING}/", vormingen.vorming_pagina, name="vorming"),
    path(f"{_VORMING}/wijzig/", vormingen.bewerk, name="vorming_bewerk"),
    path(f"{_VORMING}/annuleer/", vormingen.zet_geannuleerd, name="vorming_annuleer"),
    path(f"{_VORMING}/deelnemers/", deelnames.deelnemers, name="vorming_deelnemers"),
    path(f"{_VORMING}/aanwezigheid/", deelnames.aanwezigheid, name="vorming_aanwezigheid"),
    path(f"{_VORMING}/fonds/", deelnames.fonds, name="vorming_fonds"),
    path(f"{_WERKNEMER}/vorming/inschrijven/", deelnames.inschrijven, name="inschrijving"),
    path("deelnames/<int:pk>/", deelnames.deelname, name="deelname"),
    path("deelnames/<int:pk>/weg/", deelnames.deelname_weg, name="deelname_weg"),
    # The hand-over to a next employer.
    path(f"{_WERKNEMER}/overgang/", secties.overgang_pagina, name="overgang"),
    path(f"{_WERKNEMER}/overdracht/nieuw/", overdracht.overdracht_nieuw, name="overdracht_nieuw"),
    path(f"{_OVERDRACHT}/", overdracht.overdracht_bewerk, name="overdracht_bewerk"),
    path(f"{_OVERDRACHT}/verwijder/", overdracht.overdracht_verwijder, name="overdracht_verwijder"),
    path(
        f"{_OVERDRACHT}/checklist/<slug:punt>/",
        overdracht.overdracht_checkpunt,
        name="overdracht_checkpunt",
    ),
    path(f"{_OVERDRACHT}/overzicht.pdf", overdracht.overdracht_pdf, name="overdracht_pdf"),
    path(f"{_OVERDRACHT}/toestemming/", overdracht.toestemming_geef, name="toestemming_geef"),
    path(f"{_OVERDRACHT}/delen/", overdracht.toestemming_deel, name="toestemming_deel"),
    path(f"{_OVERDRACHT}/intrekken/", overdracht.toestemming_intrek, name="toestemming_intrek"),
    path(
        "toestemmingen/<int:pk>/niet-gedeeld/",
        overdracht.toestemming_niet_gedeeld,
        name="toestemming_niet_gedeeld",
    ),
    # Leaving and the year after.
    path(f"{_WERKNEMER}/uitstroom/", vertrek.uitstroom_nieuw, name="uitstroom_nieuw"),
    path("uitstromen/<int:pk>/", vertrek.uitstroom_bewerk, name="uitstroom_bewerk"),
    path("uitstromen/<int:pk>/weg/", vertrek.uitstroom_weg, name="uitstroom_weg"),
    path("uitstromen/<int:pk>/contract/", vertrek.uitstroom_contract, name="uitstroom_contract"),
    path("nazorg/<int:pk>/", vertrek.nazorg, name="nazorg"),
    path("uitstroom/uitgestroomd/", uitstroom.uitgestroomd, name="uitgestroomd"),
    path(
        "uitstroom/uitgestroomd/export.xlsx", uitstroom.uitgestroomd_xlsx, name="uitgestroomd_xlsx"
    ),
]
