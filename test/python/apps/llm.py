"""Two language models on vLLM: a small one on one GPU that scales with its queue, a large one over four GPUs."""

from cdk8s_ml import (
    Autoscaling,
    CacheVolume,
    Cloud,
    ClusterTarget,
    Compute,
    Environment,
    Gpu,
    GpuModel,
    MlApp,
    MlNamespace,
    ModelServer,
    ModelService,
    ModelSource,
    Monitoring,
    NetworkAccess,
    NetworkPeer,
    Rollout,
    ScalingMetric,
    SecretSource,
)


class LlmEnvironment(Environment):
    def __init__(self, name: str, cloud: Cloud, *, small: GpuModel, large: GpuModel, shared_storage: str) -> None:
        super().__init__(name, cluster=ClusterTarget.kubernetes("1.33", cloud=cloud))
        self.small = small
        self.large = large
        self.shared_storage = shared_storage


ENVIRONMENTS = [
    LlmEnvironment("gke", Cloud.GKE, small=GpuModel.L4, large=GpuModel.H100_80_GB, shared_storage="filestore-rwx"),
    LlmEnvironment("eks", Cloud.EKS, small=GpuModel.A10_G, large=GpuModel.H100_80_GB, shared_storage="efs-rwx"),
]

VLLM = "vllm/vllm-openai:v0.18.0"
HUB_TOKEN = SecretSource.existing("hugging-face", keys=["HF_TOKEN"])


def llm() -> list[MlApp]:
    apps = []
    for environment in ENVIRONMENTS:
        app = MlApp(name="llm", environment=environment)
        namespace = MlNamespace(app, "llm", prometheus_namespace="monitoring")
        small_model(namespace, environment)
        large_model(namespace, environment)
        apps.append(app)
    return apps


def small_model(namespace: MlNamespace, environment: LlmEnvironment) -> None:
    ModelService(
        namespace,
        "qwen-7b",
        image=VLLM,
        server=ModelServer.vllm(max_model_length=16384),
        compute=Compute(cpu="4", memory="24Gi", gpu=Gpu.nvidia(model=environment.small)),
        model=ModelSource.hugging_face(
            repository="Qwen/Qwen2.5-7B-Instruct",
            revision="a09a35458c702b33eeacc393d103063234e8bc28",
            size="15Gi",
            token=HUB_TOKEN,
        ),
        cache=CacheVolume.claim(size="100Gi", storage_class=environment.shared_storage, protect=True),
        autoscaling=Autoscaling.on_metrics(min_replicas=1, max_replicas=4, metrics=[ScalingMetric.vllm_queue(5)]),
        rollout=Rollout.rolling(max_surge=1, max_unavailable=0, spare_gpus=1),
        access=NetworkAccess.allow(from_=[NetworkPeer.namespace("gateway")]),
        monitoring=Monitoring.service_monitor(),
    )


def large_model(namespace: MlNamespace, environment: LlmEnvironment) -> None:
    ModelService(
        namespace,
        "qwen-72b",
        image=VLLM,
        server=ModelServer.vllm(max_model_length=32768),
        compute=Compute(cpu="24", memory="240Gi", gpu=Gpu.nvidia(model=environment.large, count=4)),
        replicas=2,
        model=ModelSource.hugging_face(
            repository="Qwen/Qwen2.5-72B-Instruct",
            revision="495f39366efef23836d0cfae4fbe635880d2be31",
            size="145Gi",
            token=HUB_TOKEN,
        ),
        cache=CacheVolume.claim(size="500Gi", storage_class=environment.shared_storage, protect=True),
        access=NetworkAccess.allow(from_=[NetworkPeer.namespace("gateway")]),
        monitoring=Monitoring.service_monitor(),
    )
