"""The apps of this repository in Python: what they synthesize equals dist/ byte for byte."""

import sys

from cdk8s_ml import MlApp
from churn_predictor import churn_predictor
from credit_risk import credit_risk
from llm import llm
from ml_model import ml_model
from pytorch import pytorch
from training import training

try:
    apps = [*churn_predictor(), *credit_risk(), *llm(), *ml_model(), *pytorch(), *training()]
    print(MlApp.synth_all(apps).summary())
except RuntimeError as mistake:
    sys.exit(str(mistake))
