"""The instructor's part: reference solutions, private cases, hold-out data. Never handed out."""

from solutions.by_hand import BY_HAND
from solutions.reference import affine

# How a function of the student's is stood in for while another exercise that uses it is judged.
# Both compute the weighted sums; the activation is applied in the student's own process.
STAND_INS = {"my_dense": affine, "my_dense_v": affine}

__all__ = ["BY_HAND", "STAND_INS"]
