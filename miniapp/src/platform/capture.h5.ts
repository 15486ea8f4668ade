/** A browser cannot hide itself from a picture of the screen. */
export function hideFromCapture(_hide: boolean): void {}
