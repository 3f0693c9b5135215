"""The instructor's part: reference solutions, private cases, hold-out data. Never handed out."""

from solutions.reference import affine
from solutions.worked_examples import WORKED_EXAMPLES

# How a function of the student's is stood in for while another exercise that uses it is judged.
# Both compute the weighted sums; the activation is applied in the student's own process.
STAND_INS = {"my_dense": affine, "my_dense_v": affine}

__all__ = ["STAND_INS", "WORKED_EXAMPLES"]
