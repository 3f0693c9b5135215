"""The feedback beside the verdicts: one message, hints, notes, the learner's code, pictures."""
