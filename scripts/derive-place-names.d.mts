/** Types of what the tests read of derive-place-names.mjs. */
export declare const packPlaceNames: (
  names: Readonly<Record<'village' | 'town', readonly string[]>>,
  from: {
    readonly bitsOf: (kind: 'village' | 'town', name: string, size: number) => readonly number[];
    readonly source: string;
  },
) => { readonly bytes: Buffer; readonly counts: Readonly<Record<'village' | 'town', number>> };
