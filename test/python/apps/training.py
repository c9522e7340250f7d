"""Training in one pod and in several, on premises and in a cloud: the environments differ, the jobs do not."""

from cdk8s_ml import (
    Cloud,
    ClusterTarget,
    Compute,
    Distribution,
    Environment,
    FailurePolicy,
    Gpu,
    GpuModel,
    MlApp,
    MlNamespace,
    Run,
    TrainingEngine,
    TrainingInput,
    TrainingJob,
    TrainingOutput,
)


class TrainingEnvironment(Environment):
    def __init__(self, name: str, cluster: ClusterTarget, engine: TrainingEngine, compute: Compute, gpu: GpuModel) -> None:
        super().__init__(name, cluster=cluster)
        self.engine = engine
        self.compute = compute
        self.gpu = gpu


ENVIRONMENTS = [
    TrainingEnvironment(
        "on-premises",
        ClusterTarget.kubernetes("1.33", apis=["jobset.x-k8s.io/v1alpha2"]),
        TrainingEngine.job_set(),
        Compute(cpu="2", cpu_limit="4", memory="4Gi", memory_limit="8Gi"),
        GpuModel.T4,
    ),
    TrainingEnvironment(
        "cloud",
        ClusterTarget.kubernetes("1.33", cloud=Cloud.GKE),
        TrainingEngine.training_operator(),
        Compute(cpu="2", cpu_limit="4", memory="8Gi", memory_limit="16Gi"),
        GpuModel.T4,
    ),
]

TENSORFLOW = "tensorflow/tensorflow:2.9.1"
SMALL = Compute(cpu="1", memory="2Gi")
DATA = TrainingInput.claim("digits", path="/data", env="DATA_DIR")


def training() -> list[MlApp]:
    apps = []
    for environment in ENVIRONMENTS:
        app = MlApp(name="training", environment=environment)
        namespace = MlNamespace(app, "training")
        one_pod(namespace, environment)
        chief_alone(namespace, environment)
        chief_and_workers(namespace, environment)
        parameter_servers(namespace, environment)
        hybrid(namespace, environment)
        apps.append(app)
    return apps


def one_pod(namespace: MlNamespace, environment: TrainingEnvironment) -> None:
    TrainingJob(
        namespace,
        "ml-training-job",
        image="your-registry/ml-training:1.0.0",
        compute=environment.compute,
        failure=FailurePolicy.fail(),
        outputs=[TrainingOutput.claim("model-pvc", path="/mnt/models", env="MODEL_DIR")],
        run=Run.named("ml-training-job"),
    )


def chief_alone(namespace: MlNamespace, environment: TrainingEnvironment) -> None:
    TrainingJob(
        namespace,
        "distributed-training-example",
        image="tensorflow/tensorflow:2.9.1-gpu",
        compute=Compute(cpu="4", memory="16Gi", gpu=Gpu.nvidia(count=2, model=environment.gpu)),
        distribution=Distribution.tensor_flow(chief={"replicas": 1}),
        engine=environment.engine,
        run=Run.named("distributed-training-example"),
    )


def chief_and_workers(namespace: MlNamespace, environment: TrainingEnvironment) -> None:
    TrainingJob(
        namespace,
        "distributed-mnist",
        image=TENSORFLOW,
        command=["python", "/app/mnist.py"],
        compute=SMALL,
        distribution=Distribution.tensor_flow(chief={"replicas": 1}, workers={"replicas": 3}),
        engine=environment.engine,
        inputs=[DATA],
        run=Run.named("distributed-mnist"),
    )


def parameter_servers(namespace: MlNamespace, environment: TrainingEnvironment) -> None:
    TrainingJob(
        namespace,
        "distributed-mnist-ps",
        image=TENSORFLOW,
        command=["python", "/app/mnist.py"],
        compute=SMALL,
        distribution=Distribution.tensor_flow(
            chief={"replicas": 1}, workers={"replicas": 3}, parameter_servers={"replicas": 2}
        ),
        engine=environment.engine,
        inputs=[DATA],
    )


def hybrid(namespace: MlNamespace, environment: TrainingEnvironment) -> None:
    gpu = Gpu.nvidia(model=environment.gpu)
    TrainingJob(
        namespace,
        "distributed-training",
        image="tensorflow/tensorflow:2.9.1-gpu",
        command=["python", "/app/mnist.py"],
        compute=SMALL,
        distribution=Distribution.tensor_flow(
            workers={"replicas": 3, "compute": Compute(cpu="1", memory="2Gi", gpu=gpu)},
            parameter_servers={"replicas": 2},
        ),
        engine=environment.engine,
        inputs=[DATA],
    )
