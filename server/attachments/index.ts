export { createEnclosedPhotos, type KeepPhotos } from './enclosed.ts';
export { createFilesFollow, type FilesFollow } from './follow-record.ts';
export { attachmentsRoutes } from './routes.ts';
export { createAttachmentsService, type FindRecord } from './service.ts';
