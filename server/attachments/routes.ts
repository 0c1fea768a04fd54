import type { Response } from 'express';
import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { filePolicy } from '../http/protection/content-policy.ts';
import { readBody } from '../http/raw-body.ts';
import { type Route, route } from '../http/route.ts';
import { type AttachmentVerb, attachmentTransitions } from './lifecycle.ts';
import { knownKinds, largestUpload } from './rules/kind.ts';
import {
  attachmentSchema,
  createAttachmentQuery,
  listAttachmentsQuery,
  removeAttachmentBody,
  type StoredFile,
} from './schema.ts';
import type { AttachmentsService } from './service.ts';

const tag = 'attachments';
const path = '/api/v1/attachments';
const consumes = [...knownKinds.map(({ type }) => type), 'application/octet-stream'];

const summaries: Record<AttachmentVerb, string> = {
  withdraw: 'Withdraw a file: it stays on record, and nobody who only reads is shown it',
  restore: 'Bring a withdrawn file back',
  erase: 'Erase the bytes of a withdrawn file; its digest and who took it away stay',
};

export function attachmentsRoutes(attachments: AttachmentsService): Route[] {
  return [
    route({
      method: 'post',
      path,
      tag,
      summary: 'Attach a file to a record: the body is the file',
      access: 'attachments:create',
      status: 201,
      query: createAttachmentQuery,
      consumes,
      answer: attachmentSchema,
      handle: async ({ caller, query, request }) =>
        attachments.create(caller, query, await readBody(request, largestUpload)),
    }),
    route({
      method: 'get',
      path,
      tag,
      summary: "A record's files",
      access: 'attachments:read',
      query: listAttachmentsQuery,
      answer: pageOf(attachmentSchema),
      handle: ({ caller, query }) => attachments.list(caller, query),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'What is known of a file',
      access: 'attachments:read',
      params: byId,
      answer: attachmentSchema,
      handle: ({ caller, params }) => attachments.get(caller, params.id),
    }),
    ...attachmentTransitions.map(({ verb, permission }) =>
      route({
        method: 'post',
        path: `${path}/{id}/${verb}`,
        tag,
        summary: summaries[verb],
        access: permission,
        params: byId,
        body: removeAttachmentBody,
        answer: attachmentSchema,
        handle: ({ caller, params, body }) => attachments.move(caller, params.id, verb, body.reason),
      }),
    ),
    route({
      method: 'get',
      path: '/files/{id}',
      tag,
      summary: 'A file as it may be shown',
      access: 'attachments:read',
      params: byId,
      produces: knownKinds.map(({ type }) => type),
      async handle({ caller, params }, response) {
        const file = await attachments.open(caller, params.id, 'file');
        const shown = knownKinds.some(({ type, image }) => image && type === file.type);
        sendFile(response, params.id, file, { type: file.type, disposition: shown ? 'inline' : 'attachment' });
      },
    }),
    route({
      method: 'get',
      path: '/files/{id}/original',
      tag,
      summary: 'Evidence as it was sent, byte for byte, for download alone',
      access: 'attachments:read',
      params: byId,
      produces: ['application/octet-stream'],
      async handle({ caller, params }, response) {
        const original = await attachments.open(caller, params.id, 'original');
        sendFile(response, params.id, original, { type: 'application/octet-stream', disposition: 'attachment' });
      },
    }),
  ];
}

/** Named after its id and its kind, never after what its sender called it. */
function sendFile(
  response: Response,
  id: string,
  { content, sha256, type }: StoredFile & { content: Buffer },
  as: { type: string; disposition: 'inline' | 'attachment' },
): void {
  const ending = knownKinds.find((kind) => kind.type === type)?.kind ?? 'bin';
  response
    .set({
      'Content-Type': as.type,
      'Content-Disposition': `${as.disposition}; filename="${id}.${ending}"`,
      'Content-Security-Policy': filePolicy,
      'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    })
    .send(content);
}
