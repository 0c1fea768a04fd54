import { App, Button, Form, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Choice } from '../Choice.tsx';
import { useSharedTexts } from '../texts-shared.ts';
import { useUndo } from '../undo.tsx';
import { useRemoveView, useSavedViews, useSaveView } from './queries.ts';

const FormDialog = lazy(async () => ({ default: (await import('../FormDialog.tsx')).FormDialog<{ name: string }> }));

/** Filters of this page that somebody has saved: chosen from a list, saved and removed again. */
export function SavedViews() {
  const t = useSharedTexts();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data: views = [] } = useSavedViews(pathname);
  const save = useSaveView(pathname);
  const remove = useRemoveView(pathname);
  const offerUndo = useUndo();
  const [naming, setNaming] = useState(false);
  const query = search.slice(1);
  const current = views.find((view) => view.query === query);
  const removeView = ({ id, name, query: filters }: { id: string; name: string; query: string }) =>
    remove.mutate(id, {
      onSuccess: () => offerUndo(t('viewRemoved', { name }), () => save.mutateAsync({ name, query: filters })),
    });
  return (
    <>
      {views.length > 0 && (
        <Choice
          label={t('savedViews')}
          value={current?.id}
          options={views.map(({ id, name }) => ({ value: id, label: name }))}
          all="—"
          onChange={(id) => navigate({ search: views.find((view) => view.id === id)?.query ?? '' }, { replace: true })}
        />
      )}
      {query && !current && <Button onClick={() => setNaming(true)}>{t('saveView')}</Button>}
      {current && <Button onClick={() => removeView(current)}>{t('removeView')}</Button>}
      <Suspense>
        {naming && (
          <FormDialog
            open
            title={t('saveView')}
            submitText={t('saveView')}
            onClose={() => setNaming(false)}
            onSubmit={async ({ name }) => {
              await save.mutateAsync({ name, query });
              message.success(t('viewSaved'));
            }}
          >
            <Form.Item
              name="name"
              label={t('viewName')}
              rules={[{ required: true, whitespace: true, message: t('required') }]}
            >
              <Input autoFocus maxLength={100} />
            </Form.Item>
          </FormDialog>
        )}
      </Suspense>
    </>
  );
}
