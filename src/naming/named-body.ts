import { bureauKey } from './bureau-key.ts';
import { locate } from './region.ts';

/** What a bare name comes to: its key and the code of its place, `null` where the name alone does not tell. */
export interface NamedBody {
  name: string;
  key: string | null;
  code: string | null;
}

/** Understands a name that stands alone, as on a list of bureaus; a place with namesakes is left open. */
export function namedBody(name: string): NamedBody {
  const { candidates } = locate(name);
  const region = candidates.length === 1 ? candidates[0]! : null;
  return { name, key: bureauKey(name, region), code: region?.code ?? null };
}
