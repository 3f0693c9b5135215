import tensorflow as tf
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

X = np.load("data/X.npy")
y = np.load("data/y.npy")
