<?php
$conf['plugin']['smtp']['auth_pass'] = 'geheim-4711';
$conf['plugin']['smtp']['localdomain'] = 'web.example.org';
