"""What students receive: put together, searched for secrets by content, run, and packed."""
