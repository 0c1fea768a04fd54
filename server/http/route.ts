import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Caller, OwnAccount } from '../identity/caller.ts';
import type { Permission } from '../identity/permissions.ts';

/** Who may call a route. There is no default: a route without one does not compile. */
export type Access = 'public' | OwnAccount | Permission;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface RouteInput<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  request: Request;
}

interface Definition<Params, Query, Body, Answer, ByWhom> {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** OpenAPI form: `/api/v1/devices/{id}`. */
  path: string;
  tag: string;
  summary: string;
  /** What whoever calls it has to know beside the schemas: what comes before and after, what a file holds. Markdown. */
  description?: string;
  access: ByWhom;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Media types of the body other than JSON; without a `body` schema, `handle` reads the request itself. */
  consumes?: readonly string[];
  status?: 200 | 201 | 202 | 204;
  answer?: Answer;
  /** Media types other than JSON; `handle` then writes the response itself and returns nothing. */
  produces?: string[];
  handle(
    input: RouteInput<Parsed<Params>, Parsed<Query>, Parsed<Body>> & {
      caller: ByWhom extends 'public' ? Caller | null : Caller;
    },
    response: Response,
  ): Promise<Answer extends z.ZodType ? z.input<Answer> : void>;
}

export interface Route {
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  tag: string;
  summary: string;
  description?: string | undefined;
  access: Access;
  params?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  body?: z.ZodType | undefined;
  consumes?: readonly string[] | undefined;
  status: number;
  answer?: z.ZodType | undefined;
  produces?: string[] | undefined;
  handle(
    input: RouteInput<unknown, unknown, unknown> & { caller: Caller | null },
    response: Response,
  ): Promise<unknown>;
}

/** Declares a route: its schemas validate the request, type the handler and write the OpenAPI document. */
export function route<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
  ByWhom extends Access = Access,
>(definition: Definition<Params, Query, Body, Answer, ByWhom>): Route {
  return { status: 200, ...definition } as unknown as Route;
}
