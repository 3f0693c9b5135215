"""The judgement of observations: verdicts, and the words that go with them."""
