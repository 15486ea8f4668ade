/** The part of libheif-js that is used; the package describes only its inner module. */
declare module 'libheif-js/wasm-bundle.js' {
  interface HeifPixels {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }
  interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    display(into: HeifPixels, done: (shown: HeifPixels | null) => void): void;
    free(): void;
  }
  const libheif: { readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] } };
  export = libheif;
}
