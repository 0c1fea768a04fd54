import type { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import type { Permission } from '../identity/permissions.ts';
import { byId } from './fields.ts';
import { type Route, route } from './route.ts';

/** Declares steps in the life of one kind of records: `POST {path}/{id}/{verb}` answers with the record as it is then. */
export function stepsOf<Answer extends z.ZodType>({
  path,
  tag,
  answer,
}: {
  path: string;
  tag: string;
  answer: Answer;
}) {
  return <Body extends z.ZodType>(
    verb: string,
    summary: string,
    access: Permission,
    body: Body,
    take: (caller: Caller, id: string, body: z.output<Body>) => Promise<z.input<Answer>>,
  ): Route =>
    route({
      method: 'post',
      path: `${path}/{id}/${verb}`,
      tag,
      summary,
      access,
      params: byId,
      body,
      answer,
      handle: (input) => take(input.caller as Caller, input.params.id, input.body as z.output<Body>) as never,
    });
}
