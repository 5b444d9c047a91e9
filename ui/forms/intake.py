"""The forms of intake: a new referral, and each part of a file corrected on its own."""

from app import admissions, cases, contacts, identities, legal, prescriptions, referrals
from models.episode import CourtCase
from models.person import PersonRace
from ui.forms.ask import Ask, Form, Group, Part, Section, asks

NAMES = asks(identities.NAMES)
HOW = asks(admissions.REFERRAL, referred_by="team", attorney="attorneys")
CASES = Group("case", asks(cases.CASE))
CHARGES = Group("charge", (*asks(cases.CHARGE), Ask(CourtCase.number, optional=True)))
CONTACTS = Group("contact", asks(contacts.ASKED))
CONDITIONS = Group("condition", asks(legal.CONDITION))
APART: tuple[Part, ...] = (*asks(identities.APART), Group("race", asks((PersonRace.race,))))

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
        Section("track", asks(legal.TRACK)),
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
        Section("decision", asks(admissions.DECISION)),
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
            (Group("prescription", asks(prescriptions.ASKED, medicine="medicines")),),
        ),
    ),
    load=prescriptions.opened,
    save=prescriptions.correct,
    corrects=True,
)
INTAKE = (REFERRAL, IDENTITY, CONTACT, CASE, LEGAL, ADMISSION, PRESCRIPTIONS)
