"""What a patient agrees to at enrolment.

The exact words are kept with the patient, so a change here changes no past.
"""

WORDS = (
    "The patient agrees that the clinic keeps their name or initials, how to reach them, what was done, and what they "
    "tell in their check-ins, to look after them following the treatment. They know that they can see who has looked "
    "at their record, download it, and erase it at any time."
)
