"""The student's package: put together, searched for secrets by content, tried and packed."""
