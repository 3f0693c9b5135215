"""Bundles: files that are put together, packed and handed out, to students or to a platform."""
