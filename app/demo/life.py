"""One invented person while their rows are made: the course, the rows they hang on, the sheaf."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.demo.course import Course
from app.demo.sheaf import Row, Sheaf
from models.base import Base
from models.episode import Episode
from models.person import Person


@dataclass(frozen=True)
class Life:
    """Whose rows are made, and where they are kept until they are written."""

    course: Course
    sheaf: Sheaf
    person: Person
    episode: Episode

    @property
    def rng(self) -> Random:
        return self.course.rng

    @property
    def as_of(self) -> date:
        return self.course.wanted.as_of

    def ago(self, days: int) -> date:
        return self.as_of - timedelta(days=days)

    def keep(self, row: Row, **owners: Base) -> Row:
        """Keep a row of the person."""
        return self.sheaf.add(row, person_id=self.person, **owners)

    def keep_in_episode(self, row: Row, **owners: Base) -> Row:
        """Keep a row of the episode."""
        return self.sheaf.add(row, person_id=self.person, episode_id=self.episode, **owners)
