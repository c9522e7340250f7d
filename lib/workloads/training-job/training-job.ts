import type { Construct } from 'constructs';
import { planWorkload } from '../shared/plan';
import { Workload } from '../shared/workload';
import { decideTrainingJob } from './plan/whole';
import type { TrainingJobProps } from './training-job-props';

/**
 * A program that trains a model, in one pod or in several that train together, on the engine that the cluster has: a Job,
 * a JobSet, a TrainJob, a job of the Kubeflow training operator, a Volcano Job or a RayJob. The same props mean the same
 * thing on each; what an engine cannot do is refused, with the engines that can.
 *
 * A run cannot be changed in place: the name of the object ends in a hash of what runs, see `Run`.
 *
 * @example
 * new TrainingJob(namespace, 'llm', {
 *   image: 'ghcr.io/your-org/llm:1.4.0',
 *   command: ['torchrun', 'train.py'],
 *   compute: { cpu: '96', memory: '1Ti', gpu: Gpu.nvidia({ count: 8 }) },
 *   distribution: Distribution.pyTorch({ nodes: 4, processesPerNode: 8 }),
 *   engine: TrainingEngine.jobSet(),
 * });
 */
export class TrainingJob extends Workload {
  /** Name of the object that runs, which ends in a hash of what runs unless `run` says otherwise. */
  public readonly runName: string;

  /**
   * @param scope a chart, or a construct in one
   * @param id names the job and its objects, unless `name` says otherwise
   * @param props the program and how it is run; every problem in them is listed in one error
   */
  public constructor(scope: Construct, id: string, props: TrainingJobProps) {
    const { plan, objects, links } = planWorkload('new TrainingJob', [scope, id, props], decideTrainingJob);
    super(scope, id);
    this.runName = plan.run;
    this._make(plan, objects, links);
  }

  /** A training job serves no requests. */
  public get targetPorts(): number[] {
    return [];
  }
}
