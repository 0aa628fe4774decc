import './theme/tokens.css'
import './theme/fonts.css'
import './theme/page.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { theme } from './theme/theme.svelte'

theme.follow()

const target = document.getElementById('app')
if (target) mount(App, { target })
