import { Cloud, ClusterTarget, Environment, GpuModel, TrainingEngine } from '../../lib';

/** What the same training jobs differ by: the cluster, its engine, and its nodes. */
export class TrainingEnvironment extends Environment {
  constructor(
    name: string,
    cluster: ClusterTarget,
    /** What runs jobs of several pods. */
    readonly engine: TrainingEngine,
    /** Requests and limits of the job in one pod. */
    readonly compute: { readonly cpu: string; readonly cpuLimit: string; memory: string; memoryLimit: string },
    /** GPUs that find their nodes by the labels of the cloud. */
    readonly gpu: GpuModel,
  ) {
    super(name, { cluster });
  }
}

const JOB_SET = ClusterTarget.kubernetes('1.33', { apis: ['jobset.x-k8s.io/v1alpha2'] });
const GKE = ClusterTarget.kubernetes('1.33', { cloud: Cloud.GKE });

/** M20 in both sizes, M21 on two engines, M48 on premises and in a cloud. */
export const ENVIRONMENTS = [
  new TrainingEnvironment(
    'on-premises',
    JOB_SET,
    TrainingEngine.jobSet(),
    { cpu: '2', cpuLimit: '4', memory: '4Gi', memoryLimit: '8Gi' },
    GpuModel.T4,
  ),
  new TrainingEnvironment(
    'cloud',
    GKE,
    TrainingEngine.trainingOperator(),
    { cpu: '2', cpuLimit: '4', memory: '8Gi', memoryLimit: '16Gi' },
    GpuModel.T4,
  ),
];
