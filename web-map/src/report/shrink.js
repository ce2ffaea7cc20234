/**
 * Makes a picture smaller on the phone, before it is kept and sent: less to send where the network is slow, and what the
 * camera wrote about place and owner never leaves the phone. The service draws every picture anew in any case; what
 * cannot be made smaller here is sent as it is.
 */
const LONGEST_SIDE = 1600;
const QUALITY = 0.85;
/** As much as the service takes. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** The size of a picture of these sides when it is kept, longest side first cut. */
export function keptSize(width, height, longest = LONGEST_SIDE) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/** @param {Blob} file  @returns {Promise<Blob>} */
export async function shrink(file) {
  try {
    const picture = await createImageBitmap(file);
    const [width, height] = keptSize(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    canvas.getContext('2d').drawImage(picture, 0, 0, width, height);
    picture.close();
    const smaller = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return smaller ?? file;
  } catch {
    return file;
  }
}
