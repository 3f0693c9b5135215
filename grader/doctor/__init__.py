"""The doctor: how safe it is to grade on this system, found by really trying forbidden things."""
