"""One PyTorch run on six engines: the prop `engine` is all that differs."""

from cdk8s_ml import (
    Checkpoints,
    ClusterTarget,
    Compute,
    Distribution,
    Environment,
    MlApp,
    MlNamespace,
    TrainingEngine,
    TrainingInput,
    TrainingJob,
)


class EngineEnvironment(Environment):
    def __init__(self, name: str, engine: TrainingEngine, *apis: str) -> None:
        super().__init__(name, cluster=ClusterTarget.kubernetes("1.33", apis=list(apis)))
        self.engine = engine


ENVIRONMENTS = [
    EngineEnvironment("kubernetes", TrainingEngine.kubernetes()),
    EngineEnvironment("jobset", TrainingEngine.job_set(), "jobset.x-k8s.io/v1alpha2"),
    EngineEnvironment("trainer", TrainingEngine.trainer(), "trainer.kubeflow.org/v1alpha1"),
    EngineEnvironment("training-operator", TrainingEngine.training_operator(), "kubeflow.org/v1"),
    EngineEnvironment("volcano", TrainingEngine.volcano(), "batch.volcano.sh/v1alpha1"),
    EngineEnvironment("kuberay", TrainingEngine.kube_ray(), "ray.io/v1"),
]


def pytorch() -> list[MlApp]:
    apps = []
    for environment in ENVIRONMENTS:
        app = MlApp(name="pytorch", environment=environment)
        TrainingJob(
            MlNamespace(app, "pytorch"),
            "digits",
            image="ghcr.io/your-org/digits:1.0.0",
            command=["torchrun", "train.py"],
            compute=Compute(cpu="2", memory="4Gi"),
            distribution=Distribution.py_torch(nodes=2, processes_per_node=2),
            engine=environment.engine,
            inputs=[TrainingInput.claim("digits", path="/data", env="DATA_DIR")],
            checkpoints=Checkpoints.claim(size="10Gi", path="/checkpoints", resume_env="RESUME_FROM"),
        )
        apps.append(app)
    return apps
