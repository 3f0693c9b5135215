"""Cases that students do not see."""
