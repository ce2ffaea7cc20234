/**
 * `fetch` that tells how much of the body has been sent, which `fetch` itself cannot. Answers a `Response`, rejects with an
 * `AbortError` when `signal` says so and with a `TypeError` when nothing was answered, as `fetch` does.
 *
 * @param onProgress told the share that has been sent, 0 to 1
 */
export function sendTelling(address, { method, headers, body, signal }, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => resolve(new Response(request.responseText || null, { status: request.status, headers: headersOf(request) })));
    request.addEventListener('error', () => reject(new TypeError('nothing was answered')));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort());
    if (signal?.aborted) reject(new DOMException('aborted', 'AbortError'));
    else request.send(body);
  });
}

function headersOf(request) {
  return request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)
    .filter((line) => line.includes(':'))
    .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
}
