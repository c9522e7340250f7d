import type { IServiceAccount } from 'cdk8s-plus-28';
import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkIdentity, type IdentityKind } from './identity-plan';

/** Whether the pods are given the token of their ServiceAccount. */
export interface TokenOptions {
  /**
   * Whether the token that speaks to the Kubernetes API is mounted (`automountServiceAccountToken`). Clouds' workload
   * identities do not need it.
   *
   * @default false
   */
  readonly mountToken?: boolean;
}

/** A ServiceAccount of the workload's own. */
export interface DedicatedIdentityOptions extends TokenOptions {
  /**
   * Annotations of the ServiceAccount.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** A Google service account, by Workload Identity Federation for GKE. */
export interface GkeIdentityOptions extends DedicatedIdentityOptions {
  /** E-mail of the Google service account that the pods act as, for example `churn-predictor@my-project.iam.gserviceaccount.com`. */
  readonly gcpServiceAccount: string;
}

/** An AWS role, by IAM roles for service accounts. */
export interface EksIdentityOptions extends DedicatedIdentityOptions {
  /** ARN of the role that the pods act as. */
  readonly roleArn: string;
}

/** An Azure managed identity or application, by Microsoft Entra Workload ID. */
export interface AksIdentityOptions extends DedicatedIdentityOptions {
  /** Client id of the identity that the pods act as. */
  readonly clientId: string;
  /**
   * Tenant of the identity.
   *
   * @default - the cluster's
   */
  readonly tenantId?: string;
}

/** Who the pods are, towards Kubernetes and towards the cloud: their ServiceAccount. */
export class Identity {
  /** A ServiceAccount of the workload's own, without rights and without a token. */
  public static dedicated(options: DedicatedIdentityOptions = {}): Identity {
    return new Identity({ type: 'dedicated', ...options });
  }

  /** A ServiceAccount that exists in the namespace. */
  public static existing(name: string, options: TokenOptions = {}): Identity {
    return new Identity({ type: 'existing', name, ...options });
  }

  /** A ServiceAccount made with cdk8s-plus. */
  public static serviceAccount(account: IServiceAccount, options: TokenOptions = {}): Identity {
    return new Identity({ type: 'object', account, ...options });
  }

  /** Acts as a Google service account (annotation `iam.gke.io/gcp-service-account`). */
  public static gke(options: GkeIdentityOptions): Identity {
    return new Identity({ type: 'gke', ...options });
  }

  /** Acts as an AWS role (annotation `eks.amazonaws.com/role-arn`). */
  public static eks(options: EksIdentityOptions): Identity {
    return new Identity({ type: 'eks', ...options });
  }

  /** Acts as an Azure identity (annotation `azure.workload.identity/client-id`, pod label `azure.workload.identity/use`). */
  public static aks(options: AksIdentityOptions): Identity {
    return new Identity({ type: 'aks', ...options });
  }

  /** @internal */
  public readonly _kind: IdentityKind;

  private constructor(kind: IdentityKind) {
    this._kind = kind;
  }

  /** @internal */
  public _check(check: Checker): void {
    checkIdentity(check, this._kind);
  }
}

checksArguments('Identity', Identity);
