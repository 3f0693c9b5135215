"""What a report tells people beside the verdicts: one message, notes, code, pictures."""
