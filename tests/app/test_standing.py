def test_moving_a_court_session_moves_the_next_hearing_of_everybody_on_it(desk) -> None:
    from datetime import date

    from sqlalchemy import select

    from app.people import Identity, Passage, enroll
    from models.choices import HearingType
    from models.hearing import CourtSession, Hearing
    from models.standing import Standing

    with desk.work() as session:
        ((person, episode),) = enroll(session, [(Identity("Begaye", "Nizhoni"), Passage("B-2"))])
        sitting = CourtSession(held_on=date(2026, 11, 24))
        session.add(sitting)
        session.flush()
        session.add(
            Hearing(
                person_id=person.id,
                episode_id=episode.id,
                court_session_id=sitting.id,
                type=HearingType.REVIEW,
            )
        )

    with desk.work() as session:
        session.get_one(CourtSession, sitting.id).held_on = date(2026, 12, 1)

    with desk.read() as session:
        assert session.scalar(select(Standing.next_hearing_on)) == date(2026, 12, 1)
