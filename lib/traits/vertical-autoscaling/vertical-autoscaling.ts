import { checksArguments } from '../../internal/type-check';
import { defineVertical, type VerticalDefinition } from './definition';
import type { VerticalAutoscalingOptions } from './options';
import type { VerticalMode } from './plan';

/** Measures what the server's container really takes, and says or sets it: a VerticalPodAutoscaler (`autoscaling.k8s.io/v1`). */
export class VerticalAutoscaling {
  /** Recommends only: read it with `kubectl describe vpa`. */
  public static off(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Off', options);
  }

  /** Sets the numbers of new pods; running ones stay as they are. */
  public static initial(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Initial', options);
  }

  /** Evicts pods whose numbers are far off, within the disruption budget, and sets those of their successors. */
  public static recreate(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Recreate', options);
  }

  /** Changes running pods in place, and evicts where that is not possible. Needs Kubernetes 1.33 and VPA 1.4. */
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
