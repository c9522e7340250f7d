import { checksArguments } from '../../internal/type-check';
import type { IServiceAccountObject } from '../../values/cdk8s-plus';
import { defineIdentity, type IdentityDefinition } from './definition';
import type {
  AksIdentityOptions,
  DedicatedIdentityOptions,
  EksIdentityOptions,
  GkeIdentityOptions,
  TokenOptions,
} from './options';
import type { IdentityVariant } from './plan';

/** The identity of the pods in Kubernetes and in the cloud: their ServiceAccount. */
export class Identity {
  /** A ServiceAccount of the workload, without rights and without a token. */
  public static dedicated(options: DedicatedIdentityOptions = {}): Identity {
    return new Identity({ type: 'dedicated', ...options });
  }

  /** A ServiceAccount that exists in the namespace. */
  public static existing(name: string, options: TokenOptions = {}): Identity {
    return new Identity({ type: 'existing', name, ...options });
  }

  /** A ServiceAccount of any cdk8s-plus package. */
  public static serviceAccount(account: IServiceAccountObject, options: TokenOptions = {}): Identity {
    return new Identity({ type: 'object', account, ...options });
  }

  /** The pods act as a Google service account (annotation `iam.gke.io/gcp-service-account`). */
  public static gke(options: GkeIdentityOptions): Identity {
    return new Identity({ type: 'gke', ...options });
  }

  /** The pods act as an AWS role (annotation `eks.amazonaws.com/role-arn`). */
  public static eks(options: EksIdentityOptions): Identity {
    return new Identity({ type: 'eks', ...options });
  }

  /** The pods act as an Azure identity (annotation `azure.workload.identity/client-id`, pod label `azure.workload.identity/use`). */
  public static aks(options: AksIdentityOptions): Identity {
    return new Identity({ type: 'aks', ...options });
  }

  /** @internal */
  public readonly _definition: IdentityDefinition;

  private constructor(variant: IdentityVariant) {
    this._definition = defineIdentity(variant);
  }
}

checksArguments('Identity', Identity);
