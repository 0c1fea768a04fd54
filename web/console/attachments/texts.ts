import { defineTexts, useTexts } from '../shared/texts.ts';

const texts = defineTexts('attachments', {
  zh: {
    title: '附件',
    nothing: '还没有附件。',
    purpose: '用途',
    evidence: '证据：保留原件及拍摄时间、地点',
    illustration: '配图：只保留画面',
    photograph: '拍照',
    choose: '添加文件',
    kinds: 'JPEG、PNG、WebP 图片或 PDF，每个不超过 15 MB',
    attached: '附件已保存',
    image: '照片，{{by}} 上传',
    document: 'PDF 文件',
    original: '下载原件',
    takenAt: '拍摄于 {{time}}',
    by: '{{by}} 上传',
    asEvidence: '证据',
  },
  en: {
    title: 'Attachments',
    nothing: 'No attachments yet.',
    purpose: 'Purpose',
    evidence: 'Evidence: keeps the original, its time and place',
    illustration: 'Illustration: keeps the picture alone',
    photograph: 'Take a photograph',
    choose: 'Add a file',
    kinds: 'JPEG, PNG or WebP images, or PDF, of up to 15 MB each',
    attached: 'The attachment is saved',
    image: 'Photograph, added by {{by}}',
    document: 'PDF document',
    original: 'Download the original',
    takenAt: 'Taken {{time}}',
    by: 'Added by {{by}}',
    asEvidence: 'Evidence',
  },
});

export function useAttachmentsTexts() {
  return useTexts(texts);
}
