"""Django's rules for passwords, said in our words.

Django's own Dutch speaks formally, and one of its sentences is still in English.
"""

from django.contrib.auth import password_validation


class LangGenoeg(password_validation.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Kies er een van minstens {self.min_length} tekens."

    def get_help_text(self) -> str:
        return f"Kies minstens {self.min_length} tekens. Een korte zin onthoud je makkelijk."


class NietOverJezelf(password_validation.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return "Dit wachtwoord lijkt te veel op je %(verbose_name)s. Kies een ander."

    def get_help_text(self) -> str:
        return "Gebruik je naam of je e-mailadres niet."


class NietAlledaags(password_validation.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return "Dit wachtwoord gebruiken te veel mensen. Kies een ander."

    def get_help_text(self) -> str:
        return "Kies geen wachtwoord dat veel mensen gebruiken."


class NietAlleenCijfers(password_validation.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return "Dit wachtwoord heeft alleen cijfers. Zet er letters bij."

    def get_help_text(self) -> str:
        return "Gebruik niet alleen cijfers."
