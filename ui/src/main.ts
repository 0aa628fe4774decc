import './theme/tokens.css'
import './theme/fonts.css'
import './theme/page.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { followTheSystem } from './theme/theme'

followTheSystem()

const target = document.getElementById('app')
if (target) mount(App, { target })
