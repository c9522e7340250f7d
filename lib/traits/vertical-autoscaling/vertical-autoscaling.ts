import { checksArguments } from '../../internal/type-check';
import { defineVertical, type VerticalDefinition } from './definition';
import type { VerticalAutoscalingOptions } from './options';
import type { VerticalMode } from './plan';

/** Recommends or sets the requests of the server's container by its measured use: a VerticalPodAutoscaler (`autoscaling.k8s.io/v1`). */
export class VerticalAutoscaling {
  /** Recommends only. Read the recommendation with `kubectl describe vpa`. */
  public static off(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Off', options);
  }

  /** Sets the requests of new pods; running pods stay unchanged. */
  public static initial(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Initial', options);
  }

  /** Sets the requests of new pods, and evicts pods whose requests differ much from the recommendation, within the disruption budget. */
  public static recreate(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Recreate', options);
  }

  /** Changes running pods in place, and evicts them where that is not possible. Needs Kubernetes 1.33 and VPA 1.4. */
  public static inPlaceOrRecreate(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('InPlaceOrRecreate', options);
  }

  /** @internal */
  public readonly _definition: VerticalDefinition;

  private constructor(mode: VerticalMode, options: VerticalAutoscalingOptions) {
    this._definition = defineVertical(mode, options);
  }
}

checksArguments('VerticalAutoscaling', VerticalAutoscaling);
