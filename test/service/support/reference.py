"""Prints the numbers of the trained model, so that the tests can compute its answer without the service's code."""

import json
import sys

import joblib

bundle = joblib.load(sys.argv[1])
scaler, regression = (step for _, step in bundle["classifier"].steps)
print(
    json.dumps(
        {
            "version": bundle["version"],
            "auc": bundle["auc"],
            "mean": scaler.mean_.tolist(),
            "scale": scaler.scale_.tolist(),
            "weights": regression.coef_[0].tolist(),
            "intercept": regression.intercept_[0],
        }
    )
)
