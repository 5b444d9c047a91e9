"""The forms of intake: a new referral, and each part of a file corrected on its own."""

from app import admissions, cases, contacts, identities, legal, prescriptions, referrals
from models.drug_test import Prescription
from models.episode import Charge, CourtCase, CourtCondition, Episode, LegalTrack
from models.person import ContactMethod, Person, PersonRace
from ui.forms.ask import Ask, Form, Group, Section

NAMES = (
    Ask(Person.last_name),
    Ask(Person.first_name),
    Ask(Person.middle_name),
    Ask(Person.preferred_name),
    Ask(Person.pronouns),
    Ask(Person.birth_date),
    Ask(Person.sex),
)
HOW = (
    Ask(Episode.referred_on),
    Ask(Episode.referral_route),
    Ask(Episode.referred_by, lookup="team"),
    Ask(Episode.arrested_on),
    Ask(Episode.attorney, lookup="attorneys"),
)
CASES = Group("case", (Ask(CourtCase.number), Ask(CourtCase.county)))
CHARGES = Group(
    "charge",
    (
        Ask(Charge.description),
        Ask(Charge.offense_class),
        Ask(CourtCase.number, optional=True),
        Ask(Charge.disposition),
        Ask(Charge.disposed_on),
    ),
)
CONTACTS = Group(
    "contact",
    (
        Ask(ContactMethod.kind),
        Ask(ContactMethod.value),
        Ask(ContactMethod.may_leave_message),
        Ask(ContactMethod.confidential),
        Ask(ContactMethod.safe_times),
    ),
)
CONDITIONS = Group(
    "condition",
    (
        Ask(CourtCondition.kind),
        Ask(CourtCondition.words),
        Ask(CourtCondition.started_on),
        Ask(CourtCondition.ended_on),
    ),
)
APART = (
    Ask(Person.gender_identity),
    Group("race", (Ask(PersonRace.race),)),
    Ask(Person.ethnicity),
    Ask(Person.interpreter),
    Ask(Person.accommodations),
)

REFERRAL = Form(
    "referral",
    (
        Section("who", NAMES),
        Section("how", HOW),
        Section("cases", (CASES, CHARGES)),
        Section("contact", (CONTACTS,)),
    ),
    load=referrals.opened,
    save=referrals.receive,
)
IDENTITY = Form(
    "identity",
    (Section("who", NAMES), Section("apart", APART)),
    load=identities.opened,
    save=identities.correct,
    corrects=True,
)
CONTACT = Form(
    "contact",
    (Section("contact", (CONTACTS,)),),
    load=contacts.opened,
    save=contacts.correct,
    corrects=True,
)
CASE = Form(
    "case",
    (Section("cases", (CASES, CHARGES)),),
    load=cases.opened,
    save=cases.correct,
    corrects=True,
)
LEGAL = Form(
    "legal",
    (
        Section(
            "track",
            (
                Ask(LegalTrack.kind),
                Ask(LegalTrack.completion_brings),
                Ask(LegalTrack.termination_brings),
                Ask(LegalTrack.suspended_term),
                Ask(LegalTrack.custody_credit_days),
                Ask(LegalTrack.authority_ends_on),
            ),
        ),
        Section("conditions", (CONDITIONS,)),
    ),
    load=legal.opened,
    save=legal.correct,
    corrects=True,
)
ADMISSION = Form(
    "admission",
    (
        Section("how", HOW),
        Section(
            "decision",
            (
                Ask(Episode.decision),
                Ask(Episode.decided_on),
                Ask(Episode.decision_reason),
                Ask(Episode.admitted_on),
            ),
        ),
    ),
    load=admissions.opened,
    save=admissions.decide,
    corrects=True,
)
PRESCRIPTIONS = Form(
    "prescription",
    (
        Section(
            "prescriptions",
            (
                Group(
                    "prescription",
                    (
                        Ask(Prescription.medicine, lookup="medicines"),
                        Ask(Prescription.formulation),
                        Ask(Prescription.prescriber),
                        Ask(Prescription.verified_by),
                        Ask(Prescription.started_on),
                        Ask(Prescription.ended_on),
                        Ask(Prescription.verified_on),
                    ),
                ),
            ),
        ),
    ),
    load=prescriptions.opened,
    save=prescriptions.correct,
    corrects=True,
)
INTAKE = (REFERRAL, IDENTITY, CONTACT, CASE, LEGAL, ADMISSION, PRESCRIPTIONS)
