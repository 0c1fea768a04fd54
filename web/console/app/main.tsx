import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { signStyleElements } from './style-nonce.ts';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/print.css';

signStyleElements();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
