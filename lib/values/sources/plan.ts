import type { EnvVar } from '../../internal/kubernetes';
import type { SecretPlan } from '../secret/plan';

/**
 * How a model gets into the pod: the workload makes volumes, mounts and an init container of it. Internal: the public class
 * is `ModelSource`.
 */
export interface SourcePlan {
  /** Short name for messages: `http`, `s3`, `claim`. */
  readonly kind: string;
  /** Where the volume is mounted in the server (and, writable, in the download). `undefined`: nothing is mounted. */
  readonly mountPath?: string;
  /** What the server is told: a file or folder at or below `mountPath`, or a path inside the image. */
  readonly modelPath?: string;
  /** What the volume is. `scratch` is an emptyDir that a download fills. */
  readonly volume?:
    | {
        readonly type: 'scratch';
        /** A quantity above `size`: what the file system itself needs must not have the pod evicted. */
        readonly sizeLimit?: string;
      }
    | { readonly type: 'claim'; readonly claimName: string; readonly subPath?: string }
    | { readonly type: 'image'; readonly reference: string; readonly pullPolicy?: string };
  /** The container that fills a scratch volume before the server starts. */
  readonly download?: {
    readonly image: string;
    readonly command: readonly string[];
    readonly args: readonly string[];
    readonly env: readonly EnvVar[];
    /** Files of the main container that it reads, too: the volumes that have them are mounted in it. */
    readonly files: readonly string[];
    /** Numeric user of the image. */
    readonly user: number;
    /** Quantities; the download of a large model needs memory of its own. */
    readonly cpu: string;
    readonly memory: string;
  };
  /** Set where the server itself can fetch from the Hugging Face hub. */
  readonly hub?: { readonly repository: string; readonly revision: string; readonly token?: EnvVar };
  /** Set where the server reads the model from an object store; `modelPath` is then its URI. */
  readonly remote?: {
    /** Another service than that of AWS. */
    readonly endpoint?: string;
    /** Variables of the server by which it finds the store and its credentials. */
    readonly env: readonly EnvVar[];
  };
  /** Size of the model, a quantity, where the user gave it: decides the start-up budget and the scratch volume's limit. */
  readonly size?: string;
  /** Secrets that must exist: name to keys. */
  readonly secrets: Record<string, readonly string[]>;
  /** The sources of those secrets: an ExternalSecret among them is to be made. */
  readonly secretPlans?: readonly SecretPlan[];
}
