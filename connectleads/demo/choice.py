"""The persona chosen for the whole demo process, safe to read and set from any thread."""

from threading import Lock

from connectleads.demo.personas import DEFAULT, Persona


class PersonaChoice:
    """Holds the one current persona that the website sets and the front proxy reads."""

    def __init__(self, persona: Persona = DEFAULT) -> None:
        self._lock = Lock()
        self._persona = persona

    @property
    def current(self) -> Persona:
        """The persona that visits now."""
        with self._lock:
            return self._persona

    @current.setter
    def current(self, persona: Persona) -> None:
        with self._lock:
            self._persona = persona
