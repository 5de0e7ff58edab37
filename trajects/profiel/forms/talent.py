"""What somebody is good at, in free words."""

from django import forms

from gedeeld.formulieren import Formulier


class Talentformulier(Formulier):
    woorden = forms.CharField(
        label="Talenten",
        max_length=500,
        help_text=(
            "In eigen woorden, bijvoorbeeld: geduldig met kinderen. "
            "Zet een komma tussen twee talenten."
        ),
        error_messages={"required": "Zeg waar deze persoon goed in is."},
    )

    def gesplitst(self) -> list[str]:
        """The talents one by one; only of a valid form."""
        return str(self.cleaned_data["woorden"]).split(",")
