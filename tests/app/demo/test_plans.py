from models.choices import ObjectiveStatus
from tests.app.demo.conftest import AS_OF


def test_everybody_who_was_admitted_has_plans_that_follow_each_other(court) -> None:
    plans = court.rows("SELECT * FROM treatment_plan ORDER BY episode_id, version")
    versions = {}
    for row in plans:
        assert row.version not in versions.get(row.episode_id, ())
        versions.setdefault(row.episode_id, []).append(row.version)

    assert max(len(found) for found in versions.values()) == 5
    assert all(row.level_of_care and row.asam_edition == "4th" for row in plans)


def test_goals_are_sentences_of_their_own(court) -> None:
    goals = court.rows("SELECT words FROM goal")

    assert all(row.words.endswith(".") for row in goals)
    assert any(row.words.startswith("I want") for row in goals)


def test_every_objective_has_somebody_who_helps_and_both_ratings(court) -> None:
    objectives = court.rows("SELECT * FROM objective")
    (helped,) = court.rows("SELECT count(DISTINCT objective_id) FROM intervention")

    assert helped[0] == len(objectives)
    assert all(0 <= row.staff_rating <= 3 for row in objectives)
    assert all(0 <= row.participant_rating <= 3 for row in objectives)
    assert {row.status for row in objectives} >= {
        ObjectiveStatus.MET,
        ObjectiveStatus.IN_PROGRESS,
        ObjectiveStatus.NOT_STARTED,
        ObjectiveStatus.PARTLY_MET,
        ObjectiveStatus.REVISED,
    }


def test_reviews_of_the_plans_in_force_are_still_to_come(court) -> None:
    rows = court.rows(
        "SELECT p.next_review_on FROM treatment_plan p JOIN standing s"
        " ON s.episode_id = p.episode_id WHERE s.status = 'active'"
        " AND p.id = (SELECT max(id) FROM treatment_plan x WHERE x.episode_id = p.episode_id)"
    )

    assert len(rows) == 34
    assert all(row.next_review_on > AS_OF.isoformat() for row in rows)
