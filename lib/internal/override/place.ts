import type { Checker } from '../errors';
import type { Type } from './notation';

export const ANY: Type = { kind: 'any' };

/** What is known of an object as a whole. */
export interface Source {
  /** The checker at the object. */
  readonly check: Checker;
  /** The release of the custom resource that the tables have. */
  readonly release?: string;
}

/** Where a patch is applied: a value of an object, and what is known of it. */
export class Place {
  /**
   * @param source the object
   * @param type what the value may be
   * @param minor the minor of Kubernetes whose fields there are
   * @param loose true in what the API server takes unseen: entries of lists are found there, but nothing is checked
   * @param owner the place of the object that the value is a field of
   * @param step the field of the owner
   */
  constructor(
    readonly source: Source,
    readonly type: Type,
    readonly minor: number,
    readonly loose: boolean,
    private readonly owner?: Place,
    private readonly step: string = '',
  ) {}

  /** The checker at the value; only what is refused needs one. */
  get check(): Checker {
    return this.owner ? this.owner.check.at(this.step) : this.source.check;
  }

  /** The place of a field. */
  field(name: string, type: Type): Place {
    return new Place(this.source, type, this.minorFor(type), this.loose, this, name);
  }

  /** The place of an entry of the list that is here; `known` is what the entry is known by. */
  entry(known: string, type: Type): Place {
    const step = `${this.step}[${known}]`;
    return new Place(this.source, type, this.minorFor(type), this.loose, this.owner ?? this, step);
  }

  /** The same place with another type. */
  as(type: Type, loose: boolean): Place {
    return new Place(this.source, type, this.minorFor(type), loose, this.owner, this.step);
  }

  /** A custom resource has no newer fields than those that it took over, and on an older cluster not even these. */
  private minorFor(type: Type): number {
    if (type.kind !== 'object' || type.minor === undefined) return this.minor;
    return Math.min(type.minor, this.minor);
  }
}
