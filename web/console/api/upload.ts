/** How far an upload is: a share of its bytes, from 0 to 1; at 1 the server reads what it was sent. */
export type OnProgress = (sent: number) => void;

/** A `fetch` that tells how much of the body is sent, which the browser's own does not. @throws TypeError as `fetch` does */
export function uploading(onProgress: OnProgress): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = await request.arrayBuffer();
    return new Promise((resolve, reject) => {
      const sending = new XMLHttpRequest();
      sending.open(request.method, request.url);
      request.headers.forEach((value, name) => {
        sending.setRequestHeader(name, value);
      });
      sending.responseType = 'blob';
      sending.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 1);
      sending.upload.onload = () => onProgress(1);
      sending.onload = () => resolve(answered(sending));
      sending.onerror = () => reject(new TypeError('The upload was broken off'));
      sending.send(body);
    });
  };
}

function answered(sending: XMLHttpRequest): Response {
  const type = sending.getResponseHeader('Content-Type');
  return new Response(sending.response, { status: sending.status, headers: type ? { 'Content-Type': type } : {} });
}
